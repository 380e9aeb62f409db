/** Channel on which whoever writes read models tells of it, as the rows commit; the payload is the tenant. */
export const READ_CHANNEL = 'rapport_read';
