import type { PiiType } from '../../../../src-shared/domain/pii.ts'

/**
 * What models call things. Kinds that the recognisers leave to a person (organisations, places) are left by a model too, and so is
 * whatever has no name here; a model's own manifest may say otherwise.
 */
const TYPES: Readonly<Record<string, PiiType>> = {
  PER: 'PERSON',
  PERSON: 'PERSON',
  NAME: 'PERSON',
  GIVENNAME: 'PERSON',
  FIRSTNAME: 'PERSON',
  MIDDLENAME: 'PERSON',
  LASTNAME: 'PERSON',
  SURNAME: 'PERSON',
  EMAIL: 'EMAIL',
  PHONE: 'PHONE',
  PHONENUMBER: 'PHONE',
  TELEPHONENUM: 'PHONE',
  ADDRESS: 'ADDRESS',
  STREET: 'ADDRESS',
  STREETADDRESS: 'ADDRESS',
  BUILDINGNUM: 'ADDRESS',
  ZIPCODE: 'ADDRESS',
  DATEOFBIRTH: 'DATE_OF_BIRTH',
  DOB: 'DATE_OF_BIRTH',
  CREDITCARD: 'CREDIT_CARD',
  CREDITCARDNUMBER: 'CREDIT_CARD',
  IBAN: 'IBAN',
  ACCOUNTNUM: 'BANK_ACCOUNT',
  ACCOUNTNUMBER: 'BANK_ACCOUNT',
  SOCIALNUM: 'NATIONAL_ID',
  SSN: 'NATIONAL_ID',
  IDCARDNUM: 'NATIONAL_ID',
  TAXNUM: 'NATIONAL_ID',
  PASSPORT: 'PASSPORT',
  DRIVERLICENSENUM: 'DRIVER_LICENSE',
  USERNAME: 'USERNAME',
  PASSWORD: 'SECRET',
  IPADDRESS: 'IP_ADDRESS',
}

/** @param own what the model's manifest says of its labels; null leaves one alone */
export function typeOfEntity(entity: string, own: Readonly<Record<string, PiiType | null>>): PiiType | null {
  const said = own[entity]
  return said === undefined ? (TYPES[entity.toUpperCase().replace(/[^A-Z]/g, '')] ?? null) : said
}
