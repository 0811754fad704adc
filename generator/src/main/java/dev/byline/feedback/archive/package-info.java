/**
 * Comments that other systems give out when one leaves them: read from their files, one file here for each system.
 *
 * <p>In: a file of somebody else's, of any size, perhaps broken. Out: items for the site, and a reckoning that accounts for
 * every comment in the file. E-mail addresses and addresses of machines are never taken.
 */
package dev.byline.feedback.archive;
