package org.safercommunities.portal.storage.worker;

import java.util.Set;

/** Groups of media types that are read, or left alone, in the same way. */
final class Kinds {

    private static final Set<String> ZIPS = Set.of("application/zip", "application/x-zip-compressed");

    private static final Set<String> ARCHIVES = Set.of(
            "application/zip",
            "application/x-zip-compressed",
            "application/java-archive",
            "application/vnd.android.package-archive",
            "application/gzip",
            "application/x-gzip",
            "application/x-bzip",
            "application/x-bzip2",
            "application/x-xz",
            "application/zstd",
            "application/x-lzma",
            "application/x-brotli",
            "application/x-compress",
            "application/x-snappy",
            "application/x-snappy-framed",
            "application/x-lz4",
            "application/x-lz4-block",
            "application/x-tar",
            "application/x-gtar",
            "application/x-cpio",
            "application/x-archive",
            "application/x-arj",
            "application/x-7z-compressed",
            "application/x-rar-compressed",
            "application/vnd.ms-cab-compressed",
            "application/x-iso9660-image",
            "application/x-apple-diskimage",
            "application/vnd.ms-outlook-pst");

    private static final Set<String> PROGRAMS = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-executable",
            "application/x-elf",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-mach-o",
            "application/x-mach-o-universal",
            "application/x-ms-installer",
            "application/x-msi",
            "application/java-vm");

    private Kinds() {}

    static boolean isZip(String mediaType) {
        return ZIPS.contains(mediaType);
    }

    static boolean isArchive(String mediaType) {
        return ARCHIVES.contains(mediaType);
    }

    static boolean isProgram(String mediaType) {
        return PROGRAMS.contains(mediaType) || mediaType.startsWith("application/x-msdownload");
    }

    /** Pictures, sound and video; a drawing in SVG is text. */
    static boolean isMedia(String mediaType) {
        return isPicture(mediaType) || isRecording(mediaType);
    }

    static boolean isPicture(String mediaType) {
        return mediaType.startsWith("image/") && !mediaType.equals("image/svg+xml");
    }

    static boolean isRecording(String mediaType) {
        return mediaType.startsWith("audio/")
                || mediaType.startsWith("video/")
                || mediaType.equals("application/mp4")
                || mediaType.equals("application/ogg");
    }

    static boolean isSpreadsheet(String mediaType) {
        return mediaType.contains("spreadsheet") || mediaType.contains("excel");
    }

    static boolean isPdf(String mediaType) {
        return mediaType.equals("application/pdf");
    }
}
