package org.safercommunities.portal.agencies.providers;

/**
 * What the agency's IT has to know of the portal's side.
 *
 * @param redirect where its OpenID provider sends people back to; its SAML provider posts to the same
 * @param entityId what the portal calls itself to a SAML provider
 * @param metadata where a SAML provider finds all of that in one document
 */
public record ProviderAddresses(String redirect, String entityId, String metadata) {}
