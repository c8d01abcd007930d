<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("removeFactorTitle")}
  <#elseif section = "form">
    <p class="lead"><#if credentialLabel = "otp">${msg("removeFactorLead")}<#else>${msg("removeFactorNamed", credentialLabel)}</#if></p>
    <p>${msg("removeFactorNext")}</p>
    <form action="${url.loginAction}" method="post">
      <@buttons.actionGroup>
        <@buttons.button id="kc-accept" name="accept" label="doRemoveFactor"/>
        <@buttons.button id="kc-decline" name="cancel-aia" label="doKeepFactor" type="secondary" value="true"/>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
