package org.safercommunities.portal.agencies.providers;

import java.io.IOException;
import java.io.StringReader;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads a SAML provider's metadata, from an address or a file. Nothing in it is followed: document types and entities are
 * refused outright, and Keycloak gets the values, not the address.
 */
@Component
class SamlMetadata {

    private static final String MD = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String BINDING = "urn:oasis:names:tc:SAML:2.0:bindings:";

    private final OutsideDocuments outside;
    private final Clock clock;

    SamlMetadata(OutsideDocuments outside, Clock clock) {
        this.outside = outside;
        this.clock = clock;
    }

    ProviderFacts fetch(String typed) {
        return read("address", outside.fetch("address", OidcDiscovery.address(typed.strip())));
    }

    /** @param field where the document came from: {@code address} or {@code metadata} */
    ProviderFacts read(String field, String xml) {
        Element entity = entity(field, parse(field, xml).getDocumentElement());
        Element provider = first(entity, MD, "IDPSSODescriptor")
                .orElseThrow(
                        () -> new InvalidEntry(
                                field,
                                "The metadata describes something to sign in to, not something that signs people in. Ask the agency’s IT for those of the identity provider"));
        String id = entity.getAttribute("entityID");
        if (id.isBlank()) {
            throw new InvalidEntry(field, "The metadata does not say its entity id");
        }
        current(field, entity.getAttribute("validUntil"));
        Map<String, String> settings = new TreeMap<>();
        settings.put("idpEntityId", id);
        Optional<String> redirect = endpoint(provider, "HTTP-Redirect");
        String signIn = redirect.or(() -> endpoint(provider, "HTTP-POST"))
                .orElseThrow(() ->
                        new InvalidEntry(field, "The metadata names no page to sign in at, by redirect or by post"));
        outside.check(field, OidcDiscovery.address(signIn), "sign-in page");
        settings.put("singleSignOnServiceUrl", signIn);
        settings.put("postBindingAuthnRequest", String.valueOf(redirect.isEmpty()));
        List<X509Certificate> keys = keys(field, provider);
        settings.put(
                "signingCertificate",
                keys.stream()
                        .map(SamlMetadata::inOneLine)
                        .reduce((one, two) -> one + "," + two)
                        .orElseThrow());
        Instant until = keys.stream()
                .map(key -> key.getNotAfter().toInstant())
                .max(Instant::compareTo)
                .orElseThrow();
        return new ProviderFacts(id, settings, until);
    }

    private static Document parse(String field, String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException ours) {
            throw new IllegalStateException(ours);
        } catch (SAXException | IOException wrong) {
            throw new InvalidEntry(
                    field, "This is not SAML metadata. It is an XML document that begins with EntityDescriptor");
        }
    }

    private static Element entity(String field, Element root) {
        if (MD.equals(root.getNamespaceURI()) && "EntityDescriptor".equals(root.getLocalName())) {
            return root;
        }
        List<Element> all = all(root, MD, "EntityDescriptor");
        if (MD.equals(root.getNamespaceURI()) && all.size() == 1) {
            return all.getFirst();
        }
        throw new InvalidEntry(
                field,
                all.size() > 1
                        ? "The metadata describes several providers. Ask the agency’s IT for those of its own alone"
                        : "This is not SAML metadata. It is an XML document that begins with EntityDescriptor");
    }

    private void current(String field, String validUntil) {
        try {
            if (!validUntil.isBlank() && Instant.parse(validUntil).isBefore(clock.instant())) {
                throw new InvalidEntry(field, "These metadata ended on %s. Ask for new ones".formatted(validUntil));
            }
        } catch (DateTimeParseException unreadable) {
            throw new InvalidEntry(
                    field, "The metadata say “%s” for how long they hold, which is no time".formatted(validUntil));
        }
    }

    private static Optional<String> endpoint(Element provider, String binding) {
        return all(provider, MD, "SingleSignOnService").stream()
                .filter(one -> one.getAttribute("Binding").equals(BINDING + binding))
                .map(one -> one.getAttribute("Location"))
                .filter(location -> !location.isBlank())
                .findFirst();
    }

    private List<X509Certificate> keys(String field, Element provider) {
        List<X509Certificate> valid = new ArrayList<>();
        boolean expired = false;
        for (Element key : all(provider, MD, "KeyDescriptor")) {
            if (key.getAttribute("use").equals("encryption")) {
                continue;
            }
            for (Element text : all(key, DS, "X509Certificate")) {
                X509Certificate certificate = certificate(field, text.getTextContent());
                if (certificate.getNotAfter().toInstant().isBefore(clock.instant())) {
                    expired = true;
                } else {
                    valid.add(certificate);
                }
            }
        }
        if (valid.isEmpty()) {
            throw new InvalidEntry(
                    field,
                    expired
                            ? "The certificate that the provider signs with has expired. The agency’s IT has to renew it"
                            : "The metadata have no certificate that the provider signs with, so nothing it says could be checked");
        }
        return valid;
    }

    private static X509Certificate certificate(String field, String text) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.strip());
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new java.io.ByteArrayInputStream(bytes));
        } catch (CertificateException | IllegalArgumentException wrong) {
            throw new InvalidEntry(field, "A certificate in the metadata cannot be read");
        }
    }

    private static String inOneLine(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<Element> first(Element within, String namespace, String name) {
        return all(within, namespace, name).stream().findFirst();
    }

    private static List<Element> all(Element within, String namespace, String name) {
        NodeList found = within.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(each -> (Element) found.item(each))
                .toList();
    }
}
