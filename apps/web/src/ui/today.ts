/** The day it is where the contest is, as a control of the browser has it: `2026-11-26`. */
export const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
