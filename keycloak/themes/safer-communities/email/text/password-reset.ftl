<#ftl output_format="plainText">
<#if (user.firstName)?has_content>${msg("mailGreeting", user.firstName)}

</#if>
${msg("passwordResetLead")}

${link}

${msg("mailExpires", linkExpirationFormatter(linkExpiration))}
${msg("passwordResetUnexpected")}

${msg("mailFoot")}
