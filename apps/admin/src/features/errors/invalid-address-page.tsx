import { type AddressProblem, withoutProblems } from '../../addresses/address-rules.ts';
import { address, viewOf } from '../../addresses/view.ts';
import { setStatus } from '../../edge/set-status.ts';
import { EmptyMessage } from '../../ui/empty-message.tsx';
import stack from '../../ui/stack.module.css';
import { Frame } from '../frame/frame.tsx';
import type { PageAddress } from '../frame/page-address.ts';
import { texts } from './texts.tsx';

interface InvalidAddressProps {
  readonly pageAddress: PageAddress;
  /** What is wrong with the search parameters; at least one. */
  readonly problems: readonly AddressProblem[];
}

/** The page shown instead of one whose search parameters it cannot use, with status 400. */
export async function InvalidAddressPage({ pageAddress, problems }: InvalidAddressProps) {
  await setStatus(400);
  const { path } = pageAddress;
  const parameters = withoutProblems(pageAddress.parameters, problems);
  return (
    <Frame pageAddress={{ path, parameters }} view={viewOf(parameters)}>
      <InvalidAddressMessage pageAddress={pageAddress} problems={problems} />
    </Frame>
  );
}

/** The same message within the frame of the desk, with status 400. */
export async function DeskInvalidAddress(props: InvalidAddressProps) {
  await setStatus(400);
  return <InvalidAddressMessage {...props} />;
}

function InvalidAddressMessage({ pageAddress: { path, parameters }, problems }: InvalidAddressProps) {
  return (
    <div className={stack.page}>
      <h1>{texts.invalidAddress.heading}</h1>
      <EmptyMessage title={texts.invalidAddress.title}>
        <ul>
          {problems.map(({ message }) => (
            <li key={message}>
              <bdi>{message}</bdi>
            </li>
          ))}
        </ul>
        <p>
          <a href={address(path, {}, withoutProblems(parameters, problems))}>
            {texts.invalidAddress.showWithout([...new Set(problems.map(({ name }) => name))])}
          </a>
        </p>
      </EmptyMessage>
    </div>
  );
}
