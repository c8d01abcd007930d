package org.safercommunities.portal.bulletins.drawing;

/**
 * @param path of its page within the portal, beginning with a slash
 * @param about “Guidance, PDF, 14 pages”
 * @param sensitive whether it is marked OFFICIAL-SENSITIVE
 * @param published whether its readers can open it now
 */
public record DocumentFacts(String title, String path, String about, boolean sensitive, boolean published) {}
