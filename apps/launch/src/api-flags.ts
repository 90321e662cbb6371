/**
 * What Node is told when it runs the API. Answers are put together from many short pieces that are garbage as soon as they
 * are sent: with more room for the young than Node gives by itself (16 MiB), fewer are copied about before they die. It
 * makes large answers about a tenth quicker. What it may take is three times the figure, in MiB.
 */
export const apiFlags: readonly string[] = ['--max-semi-space-size=64'];
