package org.safercommunities.portal.audit;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the trail is kept beside the database.
 *
 * @param heads the file that the heads of the chain go to
 * @param lines the folder that its lines go to, for a collector of logs
 */
@ConfigurationProperties("portal.audit")
record AuditProperties(Path heads, Path lines) {}
