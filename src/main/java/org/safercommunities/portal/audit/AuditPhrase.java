package org.safercommunities.portal.audit;

/**
 * How one action is said.
 *
 * @param title for lists of actions, for example “Agency merged”
 * @param sentence goes on from the name of whoever did it: {@code merged {subject} into {agency:into}}. {@code {subject}} is
 *     the name of what it was done to, {@code {reason}} a detail as it stands, {@code {agency:into}} the name of the agency
 *     whose id is in the detail {@code into}. What stands in square brackets is left out when a detail in it is missing.
 */
public record AuditPhrase(String title, String sentence) {}
