package org.safercommunities.portal.directory;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of themselves.
 *
 * @param listed whether they want to be in the directory; null as long as they have not decided
 * @param job what they are, for example “Community safety manager”
 * @param phone as it is dialled
 * @param about anything else, for example when they are at work
 * @param leads slugs of the topics that they lead on
 */
public record DirectoryEntry(@Nullable Boolean listed, String job, String phone, String about, Set<String> leads) {

    public static final int LONGEST_JOB = 160;
    public static final int LONGEST_ABOUT = 600;
    private static final int MOST_LEADS = 20;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()-]{5,30}( ?(ext|x)\\.? ?[0-9]{1,6})?");

    static final DirectoryEntry NONE = new DirectoryEntry(null, "", "", "", Set.of());

    public DirectoryEntry {
        job = job.strip();
        phone = phone.strip();
        about = about.strip();
        leads = Set.copyOf(leads);
        if (job.length() > LONGEST_JOB) {
            throw new InvalidDirectoryEntry("job", "Say what you do in at most %d characters".formatted(LONGEST_JOB));
        }
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            throw new InvalidDirectoryEntry(
                    "phone", "Enter a telephone number like 01632 960 001 or +44 1632 960001 ext 12");
        }
        if (about.length() > LONGEST_ABOUT) {
            throw new InvalidDirectoryEntry("about", "Say it in at most %d characters".formatted(LONGEST_ABOUT));
        }
        if (leads.size() > MOST_LEADS) {
            throw new InvalidDirectoryEntry("leads", "Choose at most %d topics".formatted(MOST_LEADS));
        }
    }
}
