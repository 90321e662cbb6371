import { type CacheSize, documentBytes, TwoStageCache } from '@chancery/reader';
import type { DocumentNode } from 'graphql';
import { limits } from '../limits/limits.ts';

/** Caches the parsed and validated documents of one endpoint for Apollo, up to a number of bytes. */
export class DocumentStore {
  readonly #documents = new TwoStageCache<DocumentNode>('documents', limits.cacheBytes.documents, documentBytes);

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.#documents.get(key);
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.#documents.set(key, document);
  }

  async delete(key: string): Promise<boolean> {
    return this.#documents.delete(key);
  }

  /** Returns the number of documents and their estimated bytes. */
  size(): CacheSize {
    return this.#documents.size();
  }
}
