/** The verdict where too little is known to tell a band; every other one is a band's id. */
export const NOT_RATEABLE = 'not-rateable';
