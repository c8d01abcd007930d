package org.safercommunities.portal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safercommunities.portal.support.WithKeycloak;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * An officer of an agency who signs in by SAML and would rather be their colleague changes what their provider says on its way through
 * their own browser.
 */
@WithKeycloak
class ForgedSamlIT {

    private static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";
    private static final String ASSERTIONS = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static final String OFFICER = "officer2@kcc.example";
    private static final String COLLEAGUE = "warden@kcc.example";

    /** What somebody does to a response. */
    @FunctionalInterface
    interface Forgery {
        void forge(Document response) throws Exception;
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                named("nothing is signed any more", response -> {
                    signatures(response).forEach(ForgedSamlIT::remove);
                    become(response.getDocumentElement());
                }),
                named("the words are changed below the signatures", response -> become(response.getDocumentElement())),
                named("the words are changed and only the assertion is signed", response -> {
                    remove(signatures(response).getFirst());
                    become(response.getDocumentElement());
                }),
                named("signed by a key of their own", response -> {
                    signatures(response).forEach(ForgedSamlIT::remove);
                    become(response.getDocumentElement());
                    sign(assertion(response));
                }),
                named("a forged assertion stands before the signed one", response -> {
                    remove(signatures(response).getFirst());
                    Element signed = assertion(response);
                    signed.getParentNode().insertBefore(forged(signed), signed);
                }),
                named("a forged assertion stands behind the signed one", response -> {
                    remove(signatures(response).getFirst());
                    Element signed = assertion(response);
                    signed.getParentNode().appendChild(forged(signed));
                }),
                named("the signed one is wrapped into the forged one", response -> {
                    remove(signatures(response).getFirst());
                    Element signed = assertion(response);
                    Element forged = forged(signed);
                    signed.getParentNode().replaceChild(forged, signed);
                    forged.appendChild(signed);
                }),
                named("the signed one is an object of the forged one's signature", response -> {
                    remove(signatures(response).getFirst());
                    Element signed = assertion(response);
                    Element forged = forged(signed);
                    Element signature = (Element) signed.getElementsByTagNameNS(SIGNATURES, "Signature")
                            .item(0);
                    signed.getParentNode().replaceChild(forged, signed);
                    signed.removeChild(signature);
                    Element object = response.createElementNS(SIGNATURES, "ds:Object");
                    object.appendChild(signed);
                    signature.appendChild(object);
                    forged.insertBefore(signature, forged.getFirstChild().getNextSibling());
                }),
                named("the signed one hides in extensions of the response", response -> {
                    remove(signatures(response).getFirst());
                    Element signed = assertion(response);
                    signed.getParentNode().replaceChild(forged(signed), signed);
                    Element extensions =
                            response.createElementNS("urn:oasis:names:tc:SAML:2.0:protocol", "samlp:Extensions");
                    extensions.appendChild(signed);
                    response.getDocumentElement()
                            .insertBefore(
                                    extensions,
                                    response.getDocumentElement()
                                            .getFirstChild()
                                            .getNextSibling());
                }),
                named("the forged one has the id of the signed one", response -> {
                    remove(signatures(response).getFirst());
                    Element signed = assertion(response);
                    Element forged = forged(signed);
                    forged.setAttribute("ID", signed.getAttribute("ID"));
                    signed.getParentNode().insertBefore(forged, signed);
                }));
    }

    private static Arguments named(String name, Forgery forgery) {
        return Arguments.of(org.junit.jupiter.api.Named.of(name, forgery));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void nobodyBecomesTheirColleague(Forgery forgery) {
        AtomicReference<String> sent = new AtomicReference<>("");
        try (Visitor visitor = new Visitor().meddling(response -> {
            String changed = changed(response, forgery);
            sent.set(changed);
            return changed;
        })) {
            visitor.startSignIn()
                    .submit(Map.of("username", OFFICER))
                    .submit(Map.of("username", OFFICER, "password", SignInIT.PASSWORD));
            assertThat(decoded(sent.get())).as("what was sent").contains(COLLEAGUE);
            // At most they are let in as who they are: what is signed is all that counts
            if (visitor.arrived()) {
                assertThat(visitor.tokens().idClaims().path("email").asString()).isEqualTo(OFFICER);
            }
        }
    }

    /** Without this the others would prove nothing: taken apart and put together unchanged, it still opens. */
    @Test
    void leftAloneItBringsThemInAsThemselves() {
        try (Visitor visitor = new Visitor().meddling(response -> changed(response, untouched -> {}))) {
            visitor.startSignIn()
                    .submit(Map.of("username", OFFICER))
                    .submit(Map.of("username", OFFICER, "password", SignInIT.PASSWORD));
            assertThat(visitor.tokens().idClaims().path("email").asString()).isEqualTo(OFFICER);
        }
    }

    @Test
    void aResponseToAnEarlierSignInOpensNoOther() {
        AtomicReference<String> earlier = new AtomicReference<>("");
        try (Visitor first = new Visitor().meddling(response -> {
            earlier.set(response);
            return response;
        })) {
            first.startSignIn()
                    .submit(Map.of("username", OFFICER))
                    .submit(Map.of("username", OFFICER, "password", SignInIT.PASSWORD));
            assertThat(first.arrived()).isTrue();
        }
        try (Visitor thief = new Visitor().meddling(response -> earlier.get())) {
            thief.startSignIn()
                    .submit(Map.of("username", COLLEAGUE))
                    .submit(Map.of("username", COLLEAGUE, "password", SignInIT.PASSWORD));
            assertThat(thief.arrived()).isFalse();
        }
    }

    private static String changed(String encoded, Forgery forgery) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document response = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(Base64.getMimeDecoder().decode(encoded)));
            forgery.forge(response);
            StringWriter text = new StringWriter();
            Transformer writer = TransformerFactory.newInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writer.transform(new DOMSource(response), new StreamResult(text));
            return Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String decoded(String encoded) {
        return new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    private static Element assertion(Document response) {
        return (Element)
                response.getElementsByTagNameNS(ASSERTIONS, "Assertion").item(0);
    }

    /** In the order of the document: the response's, then the assertion's. */
    private static List<Element> signatures(Document response) {
        NodeList found = response.getElementsByTagNameNS(SIGNATURES, "Signature");
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(each -> (Element) found.item(each))
                .toList();
    }

    private static void remove(Node node) {
        node.getParentNode().removeChild(node);
    }

    private static Element forged(Element signed) {
        Element forged = (Element) signed.cloneNode(true);
        remove(forged.getElementsByTagNameNS(SIGNATURES, "Signature").item(0));
        forged.setAttribute("ID", "ID_" + UUID.randomUUID());
        become(forged);
        return forged;
    }

    /** Everything that says who they are says that they are the other. */
    private static void become(Node node) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            node.setNodeValue(node.getNodeValue().replace(OFFICER, COLLEAGUE));
        } else if (node instanceof Element element && element.getLocalName().equals("NameID")) {
            element.setTextContent("G-" + UUID.randomUUID());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            become(child);
        }
    }

    private static void sign(Element assertion) throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        KeyPair own = keys.generateKeyPair();
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        assertion.setIdAttribute("ID", true);
        SignedInfo info = factory.newSignedInfo(
                factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", null),
                List.of(factory.newReference(
                        "#" + assertion.getAttribute("ID"),
                        factory.newDigestMethod(DigestMethod.SHA256, null),
                        List.of(
                                factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                                factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null)),
                        null,
                        null)));
        var keyInfo = factory.getKeyInfoFactory();
        factory.newXMLSignature(info, keyInfo.newKeyInfo(List.of(keyInfo.newKeyValue(own.getPublic()))))
                .sign(new DOMSignContext(
                        own.getPrivate(), assertion, assertion.getFirstChild().getNextSibling()));
    }
}
