export { formatCount, pluralize } from '@chancery/codebook';
