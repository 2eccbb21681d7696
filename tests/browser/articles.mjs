// Articles of these tests. Their checks are told by id: the messages are the core's own matter.

export const FRENCH = `L’armée a subi de lourdes pertes dimanche près de Mirande-le-Haut, selon les habitants.

Les écoles rouvriront après les vacances.

Les rebelles ont assuré avoir tué des dizaines de gendarmes. L’état-major a admis de lourdes pertes sans fournir de chiffre.

La réunion est prévue mardi 12 mars 2025 à la mairie.
`;

export const ENGLISH = `The garrison took heavy casualties on Sunday near Upper Mirande, residents said.

The schools will reopen after the holidays.

The rebels said they had killed dozens of guards. The army acknowledged heavy losses without giving a number.

The meeting is set for Tuesday 12 March 2025 at the town hall.
`;

/** Nothing in it is for an editor to verify. */
export const QUIET = "The library opens at nine.";

/** Only days of the calendar are wrong in it: nothing is said about the whole article. */
export const DATES = "The council meets on Tuesday 14 March 2025.\n\nThe fair opens on Monday 30 February 2025.";
