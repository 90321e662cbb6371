/** The largest number of a state or an alliance in the data of Correlates of War. */
export const maxCowNumber = 999;
