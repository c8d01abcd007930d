<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#-- What the password policy says comes as a message of the page; it belongs to the field. -->
<#assign refused = (message?has_content && message.type == "error")?then(message.summary, "")>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("updatePasswordTitle")}
  <#elseif section = "form">
    <form id="kc-passwd-update-form" action="${url.loginAction}" method="post" novalidate>
      <input class="visually-hidden" type="text" name="username" value="${(auth.attemptedUsername)!""}" autocomplete="username" readonly tabindex="-1" aria-hidden="true">
      <@field.password name="password-new" label=msg("passwordNew") error=messagesPerField.existsError("password-confirm")?then("", messagesPerField.existsError("password")?then(messagesPerField.get("password"), refused)) autocomplete="new-password" autofocus=true hint=msg("passwordHint", (passwordPolicies.length)!12)/>
      <@field.password name="password-confirm" label=msg("passwordConfirm") autocomplete="new-password"/>
      <@field.checkbox name="logout-sessions" label=msg("logoutOtherSessions") value=true/>
      <@buttons.actionGroup>
        <@buttons.button id="kc-submit" name="login" label="doSavePassword"/>
        <#if isAppInitiatedAction??><@buttons.button id="kc-cancel" name="cancel-aia" label="doCancel" type="secondary"/></#if>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
