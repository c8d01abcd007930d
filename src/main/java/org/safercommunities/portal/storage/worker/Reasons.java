package org.safercommunities.portal.storage.worker;

/** What people are told about a file, each a sentence or two that they can act on. */
final class Reasons {

    static final String TEXT = "The text of this file can be searched.";
    static final String TEXT_CUT =
            "This file has more text than the portal keeps: only the first %,d characters can be searched.";
    static final String PARTLY =
            "Part of this file is damaged. What could be read can be searched; check that it opens for you, or save it again and put it in once more.";
    static final String EMPTY = "This file is empty. Check the original and put it in again.";
    static final String DAMAGED =
            "This file is damaged and its text cannot be read. Check that it opens for you, save it again and put it in once more.";
    static final String LOCKED =
            "This file is protected by a password, so its text cannot be searched. Put in a copy without a password if colleagues should find it by what it says.";
    static final String TOO_LARGE =
            "Reading this file needs more memory than a single file may use. It is kept and can be downloaded, but only its title and description can be searched.";
    static final String NO_TEXT = "There is no text in this file. People find it by its title and description.";
    static final String NO_TEXT_PDF =
            "This PDF has no text, most likely because it was scanned. Put in a version with recognised text (OCR) if colleagues should find it by what it says.";
    static final String PICTURE = "A picture has no text to search. People find it by its title and description.";
    static final String RECORDING = "A recording has no text to search. People find it by its title and description.";
    static final String UNKNOWN =
            "The portal cannot read this kind of file. It is kept and can be downloaded; people find it by its title and description.";
    static final String PROGRAM =
            "This is a program, not a document. It is kept, but nobody should open it unless they know where it comes from.";
    static final String ARCHIVE =
            "The portal does not look into this kind of archive. Put in the files that are in it, or a ZIP file, if colleagues should find them.";
    static final String ZIP =
            "The names of the files in this ZIP file can be searched, but not what they say. Put them in one by one for that.";
    static final String LOCKED_ZIP =
            "This ZIP file is protected by a password. Only the names of the files in it can be searched.";
    static final String ZIP_CUT =
            "This ZIP file holds more than the portal lists, or is packed in a suspicious way: only some of the names in it can be searched.";
    static final String EMPTY_ZIP = "There is nothing in this ZIP file. Check the original and put it in again.";
    static final String DAMAGED_ZIP =
            "This ZIP file is damaged. Check that it opens for you, make it again and put it in once more.";

    static final String NO_PAGE = "This file has no page %d.";
    static final String PAGE_LOCKED = "There is no preview, because this file is protected by a password.";
    static final String PAGE_DAMAGED = "There is no preview, because this page cannot be drawn.";
    static final String PAGE_WITHOUT_WORDS = "There is no preview, because there are no words in this file.";
    static final String PICTURE_UNKNOWN = "There is no preview for this kind of picture.";
    static final String PICTURE_TOO_LARGE =
            "There is no preview, because this picture has too many pixels (%,d by %,d).";

    private Reasons() {}
}
