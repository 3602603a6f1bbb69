/** Every sentence that the house itself says, by name; replies.yaml must hold them all. `{...}` are filled in by the reply room. */
export const REPLY_KEYS = [] as const satisfies readonly string[];
