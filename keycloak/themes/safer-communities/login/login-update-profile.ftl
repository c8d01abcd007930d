<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<#import "profile-fields.ftl" as profileFields>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global"); section>
  <#if section = "header">${msg("loginProfileTitle")}
  <#elseif section = "form">
    <form id="kc-update-profile-form" action="${url.loginAction}" method="post">
      <@profileFields.fields/>
      <@buttons.actionGroup>
        <@buttons.button label="doSave"/>
        <#if isAppInitiatedAction??><button class="button button-secondary" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button></#if>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
