package org.safercommunities.portal.library.packs;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** What is to become a member of a pack: a document or an event by its id, or a link with its title. */
@NamedInterface("packs")
public record NewMember(
        MemberKind kind, @Nullable UUID thing, String title, String address, String note, String section) {

    private static final int LONGEST_ADDRESS = 2000;

    public NewMember {
        title = line(title);
        address = address.strip();
        note = note.strip();
        section = line(section);
        if (kind == MemberKind.LINK) {
            InvalidPack.unless(
                    !title.isEmpty() && title.length() <= 250,
                    "title",
                    "Say in at most 250 characters what the link leads to");
            InvalidPack.unless(leadsOut(address), "href", "Enter an address that begins with https://");
        }
        unlessFit(note, section);
    }

    public static NewMember document(UUID document) {
        return new NewMember(MemberKind.DOCUMENT, document, "", "", "", "");
    }

    public static NewMember event(UUID event) {
        return new NewMember(MemberKind.EVENT, event, "", "", "", "");
    }

    public static NewMember link(String title, String address) {
        return new NewMember(MemberKind.LINK, null, title, address, "", "");
    }

    public NewMember with(String words, String part) {
        return new NewMember(kind, thing, title, address, words, part);
    }

    static void unlessFit(String note, String section) {
        InvalidPack.unless(note.length() <= 1000, "note", "Shorten the note to at most 1,000 characters");
        InvalidPack.unless(
                section.length() <= 160, "section", "Shorten the name of the section to at most 160 characters");
    }

    static String line(String words) {
        return words.strip().replaceAll("\\p{Cntrl}+", " ");
    }

    private static boolean leadsOut(String address) {
        try {
            URI uri = new URI(address);
            return address.length() <= LONGEST_ADDRESS
                    && "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
