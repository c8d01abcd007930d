package org.safercommunities.portal.library.ui;

/** How files on their way in are counted, in words. */
final class IncomingWords {

    static String withoutCaptions(int videos) {
        return videos == 1
                ? "1 video is kept as a draft, because it has no captions. Publish it there, and say why, or add them."
                : "%d videos are kept as drafts, because they have no captions. Publish them there, and say why, or add them."
                        .formatted(videos);
    }

    private IncomingWords() {}

    static String arrived(long in, long all) {
        if (all == 0) {
            return "";
        }
        if (all == 1) {
            return in == 1 ? "The file is in" : "The file is on its way";
        }
        return in == all ? "All %d files are in".formatted(all) : "%d of %d files are in".formatted(in, all);
    }

    static String standing(long ready, long needYou) {
        String waiting = needYou == 0 ? "" : needYou == 1 ? ", 1 needs you" : ", %d need you".formatted(needYou);
        return "%d ready to publish%s".formatted(ready, waiting);
    }

    /** For when others of the list are not done. */
    static String done(int files, boolean published) {
        String what = published ? "published" : "kept as drafts";
        return files == 1
                ? "1 document is %s. What is not done stays here.".formatted(what)
                : "%d documents are %s. What is not done stays here.".formatted(files, what);
    }

    static String publish(long ready) {
        return switch ((int) ready) {
            case 0 -> "Publish";
            case 1 -> "Publish 1 document";
            default -> "Publish %d documents".formatted(ready);
        };
    }
}
