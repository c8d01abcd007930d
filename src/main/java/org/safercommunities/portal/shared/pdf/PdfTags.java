package org.safercommunities.portal.shared.pdf;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/** Says which piece of a page is a heading, a paragraph, a list or a table, so that screen readers can tell. */
public final class PdfTags {

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement document;
    private final Map<Integer, COSObjectable> parents = new LinkedHashMap<>();
    private COSArray parentsOnPage = new COSArray();

    public PdfTags(PDDocument pdf) {
        document = new PDStructureElement("Document", root);
        root.appendKid(document);
        pdf.getDocumentCatalog().setStructureTreeRoot(root);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        pdf.getDocumentCatalog().setMarkInfo(marked);
    }

    public PDStructureElement document() {
        return document;
    }

    public PDStructureElement add(PDStructureNode parent, String type) {
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    void begin(PDPage page) {
        int number = parents.size();
        page.setStructParents(number);
        parentsOnPage = new COSArray();
        parents.put(number, new PDParentTreeValue(parentsOnPage));
    }

    /** Draws something that is part of an element. */
    public void mark(PDPageContentStream content, PDPage page, PDStructureElement element, Drawing drawing)
            throws IOException {
        int id = parentsOnPage.size();
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(id);
        element.setPage(page);
        element.appendKid(reference);
        parentsOnPage.add(element.getCOSObject());
        content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), id);
        drawing.draw();
        content.endMarkedContent();
    }

    /** Draws something that says nothing: lines, tints, the marking on each page. */
    public static void decorate(PDPageContentStream content, Drawing drawing) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        drawing.draw();
        content.endMarkedContent();
    }

    public void finish() {
        PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        root.setParentTree(tree);
        root.setParentTreeNextKey(parents.size());
    }

    @FunctionalInterface
    public interface Drawing {
        void draw() throws IOException;
    }
}
