<#-- One column, 600 px, tables for old mail programs, colours of the portal; dark by media query where it is understood. -->
<#macro emailLayout title="">
<!DOCTYPE html>
<html lang="en-GB" xmlns="http://www.w3.org/1999/xhtml">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="supported-color-schemes" content="light dark">
  <title>${title?has_content?then(title, msg("mailFrom"))}</title>
  <style>
    :root { color-scheme: light dark; }
    @media (prefers-color-scheme: dark) {
      .page { background: #131018 !important; }
      .sheet { background: #1c1824 !important; color: #f2eef7 !important; }
      .band { background: #22143a !important; }
      .foot { background: #262030 !important; color: #bfb5cc !important; }
      .quiet { color: #bfb5cc !important; }
      .sheet a { color: #cbaef4 !important; }
      .sheet a.button { background: #cbaef4 !important; color: #23103c !important; }
    }
    @media (max-width: 480px) { .pad { padding-left: 20px !important; padding-right: 20px !important; } }
  </style>
</head>
<body class="page" style="margin:0; padding:0; background:#efebf5;">
  <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#efebf5;">
    <tr><td align="center" style="padding:0;">
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px; font-family:'Public Sans',Arial,Helvetica,sans-serif; font-size:17px; line-height:1.5;">
        <tr><td class="band pad" style="background:#3b1c63; color:#ffffff; padding:22px 32px;">
          <header><strong style="font-size:19px;">${msg("mailFrom")}</strong><br><span style="font-size:15px;">${msg("mailTeam")}</span></header>
        </td></tr>
        <tr><td class="sheet pad" style="background:#ffffff; color:#1d1826; padding:28px 32px 32px;">
          <main style="overflow-wrap:anywhere;"><#nested></main>
        </td></tr>
        <tr><td class="foot pad" style="background:#efebf5; color:#564e62; padding:20px 32px 28px; font-size:15px;">
          <footer>${msg("mailFoot")}</footer>
        </td></tr>
      </table>
    </td></tr>
  </table>
</body>
</html>
</#macro>

<#macro heading><h1 style="margin:0 0 16px; font-size:28px; line-height:1.2; font-weight:bold;"><#nested></h1></#macro>

<#macro greeting><#if (user.firstName)?has_content><p style="margin:0 0 16px;">${msg("mailGreeting", user.firstName)}</p></#if></#macro>

<#macro text><p style="margin:0 0 16px;"><#nested></p></#macro>

<#macro button href>
  <p style="margin:24px 0;"><a class="button" href="${href}" style="display:inline-block; padding:13px 24px; border-radius:6px; background:#5b2a86; color:#ffffff; font-weight:bold; text-decoration:none;"><#nested></a></p>
</#macro>
