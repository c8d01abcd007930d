package org.safercommunities.portal.library.ui;

/** Names of files as editors read them. */
final class StoredNames {

    private static final int TITLE = 250;

    private StoredNames() {}

    /** Without folders that a browser may send along. */
    static String shown(String fileName) {
        String name = fileName.replaceAll(".*[/\\\\]", "").strip();
        return name.isEmpty() ? "File without a name" : name;
    }

    /** A first title: the name without its ending, with spaces for underscores. */
    static String title(String fileName) {
        String name = shown(fileName).replaceAll("\\p{Cntrl}", "");
        int dot = name.lastIndexOf('.');
        String stem = (dot > 0 ? name.substring(0, dot) : name)
                .replaceAll("[_\\s]+", " ")
                .strip();
        if (stem.isEmpty()) {
            return "Document";
        }
        return stem.length() > TITLE ? stem.substring(0, TITLE) : stem;
    }
}
