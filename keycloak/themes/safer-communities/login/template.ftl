<#-- The frame of every page: band on the left (above, on a narrow screen), one column of content. Scripts are files of
     this theme only, so that the realm's content security policy can refuse every other; every page works without them. -->
<#import "icons.ftl" as icons>
<#import "portal.ftl" as portal>
<#import "footer.ftl" as loginFooter>

<#-- Who is signing in, with a way back; for password managers too. -->
<#macro username>
  <div class="field who">
    <label for="kc-attempted-username">${msg("email")}</label>
    <div class="who-line">
      <input id="kc-attempted-username" class="who-email" type="text" value="${auth.attemptedUsername}" autocomplete="username" readonly>
      <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("changeEmail")}<span class="visually-hidden"> ${msg("changeEmailWhich")}</span></a>
    </div>
  </div>
</#macro>

<#macro alert kind>
  <div class="notice notice-${kind}" <#if kind == "error">role="alert"<#else>role="status"</#if>>
    <@icons.icon kind/>
    <div><#nested></div>
  </div>
</#macro>

<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#assign heading><#nested "header"></#assign>
<#assign headingText = heading?markup_string?replace("<[^>]*>", "", "r")?trim>
<#-- That an account exists already comes as an error, and is a question -->
<#assign failed = message?has_content && message.type == "error" && !pageId?starts_with("login-idp-link")>
<#assign agencySignIn = (properties.agencySignIn!"") == "true">
<!DOCTYPE html>
<html lang="en-GB" data-realm="${realm.name}" data-other-tabs="${url.ssoLoginInOtherTabsUrl!}"<#if authenticationSession??> data-auth-session="${authenticationSession.authSessionIdHash}"</#if>>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex, nofollow">
  <title><#if failed>${msg("errorPrefix")} </#if>${headingText?no_esc}<#if headingText?has_content> – </#if>${msg("brandName", realm.displayName!"")}</title>
  <link rel="icon" href="${url.resourcesPath}/favicon.svg" type="image/svg+xml">
  <link rel="preload" href="${url.resourcesPath}/fonts/public-sans.woff2" as="font" type="font/woff2" crossorigin>
  <#list properties.styles?split(" ") as style>
  <link rel="stylesheet" href="${url.resourcesPath}/${style}">
  </#list>
  <script type="module" src="${url.resourcesPath}/js/page.js"></script>
</head>
<body data-page-id="login-${pageId}">
<header class="band">
  <#assign home = agencySignIn?then("", portal.url("/"))>
  <div class="brand">
    <#if agencySignIn><@icons.icon "building" "brand-mark"/><#else><img class="brand-mark" src="${url.resourcesPath}/icons/shield.svg" alt="" width="36" height="40"></#if>
    <p class="brand-text"><strong>${msg("brandName", realm.displayName!"")}</strong> <span>${msg("brandLine")}</span></p>
  </div>
  <div class="hero">
    <p class="hero-title">${msg("heroTitle", realm.displayName!"")}</p>
    <#if !agencySignIn>
    <ul>
      <li><@icons.icon "check"/>${msg("heroFirst")}</li>
      <li><@icons.icon "check"/>${msg("heroSecond")}</li>
      <li><@icons.icon "check"/>${msg("heroThird")}</li>
    </ul>
    </#if>
    <p class="hero-note">${msg("heroNote", realm.displayName!"")}</p>
  </div>
</header>
<div class="column">
  <main>
    <h1 id="kc-page-title"><#if headingText?has_content>${heading}<#else>${msg("loginAccountTitle")}</#if></h1>
    <#nested "lead">
    <#if displayMessage && message?has_content && (message.type != "warning" || !isAppInitiatedAction??)>
      <@alert message.type>${message.summary}</@alert>
    </#if>
    <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
      <#nested "show-username">
      <@username/>
    </#if>
    <#nested "form">
    <#if auth?has_content && auth.showTryAnotherWayLink()>
      <form action="${url.loginAction}" method="post">
        <input type="hidden" name="tryAnotherWay" value="on">
        <button id="try-another-way" class="link-button" type="submit">${msg("doTryAnotherWay")}</button>
      </form>
    </#if>
    <#if switchOrganizationEnabled?? && switchOrganizationEnabled>
      <form action="${url.loginAction}" method="post">
        <input type="hidden" name="switchOrganization" value="true">
        <button id="switch-organization" class="link-button" type="submit">${msg("doSwitchOrganization")}</button>
      </form>
    </#if>
    <#nested "socialProviders">
    <#if displayInfo><div id="kc-info" class="after"><#nested "info"></div></#if>
  </main>
  <@loginFooter.content/>
</div>
</body>
</html>
</#macro>
