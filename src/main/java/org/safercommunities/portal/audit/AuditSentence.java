package org.safercommunities.portal.audit;

/**
 * A line of the trail in words.
 *
 * @param title of the action, for example “Agency merged”
 * @param who the name of whoever did it, or “The portal”
 * @param words a whole sentence: who did what to what
 */
public record AuditSentence(AuditLine line, String title, String who, String words) {}
