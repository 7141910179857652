const MONTHS = new Set((
  'january february march april may june july august september october november december ' +
  'januar jänner februar märz mai juni juli oktober dezember ' +
  'janvier février mars avril juin juillet août septembre octobre novembre décembre ' +
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ' +
  'januari februari maj augusti'
).split(' '))

/** A month of the five languages, written out. */
export const isMonth = (lower: string): boolean => MONTHS.has(lower)
