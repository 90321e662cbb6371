/** A JSON value as a client sends it. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** A JSON object as a client sends it. */
export interface JsonObject {
  readonly [key: string]: Json;
}
