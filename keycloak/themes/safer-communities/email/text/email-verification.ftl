<#ftl output_format="plainText">
<#if (user.firstName)?has_content>${msg("mailGreeting", user.firstName)}

</#if>
${msg("emailVerificationLead")}

${link}

${msg("mailExpires", linkExpirationFormatter(linkExpiration))}
${msg("emailVerificationUnexpected")}

${msg("mailFoot")}
