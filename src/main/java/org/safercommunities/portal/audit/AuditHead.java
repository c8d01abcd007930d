package org.safercommunities.portal.audit;

/**
 * The newest seal at some moment. Kept outside the database, it shows a trail that was made anew: there the chain fits again, but
 * not the heads that were kept.
 *
 * @param number its place in the chain, from 1
 * @param line id of the line it seals
 * @param seal in hexadecimal digits
 */
public record AuditHead(long number, long line, String seal) {}
