package org.safercommunities.portal.notifications.notices;

import org.jspecify.annotations.Nullable;

/**
 * A thing as somebody may see it at this moment.
 *
 * @param sort what it is, in a word that begins a sentence, for example “Document”
 * @param marking its protective marking; null for what has none
 * @param sensitive whether its title stays in the portal
 */
public record NoticeSubject(
        String title, String sort, @Nullable String marking, boolean sensitive) {

    /**
     * Its title as a mail may have it. That of a sensitive thing stays here: a mail goes through servers, previews and telephones
     * that nobody of the partnership looks after, and can be passed on by one press; whoever gets it follows the link and signs in.
     */
    public String titleInMail() {
        return sensitive ? "A %s marked %s".formatted(sort.toLowerCase(java.util.Locale.UK), marking) : title;
    }
}
