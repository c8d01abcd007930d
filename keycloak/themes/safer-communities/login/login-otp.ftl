<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp"); section>
  <#if section = "header">${msg("otpTitle")}
  <#elseif section = "form">
    <form id="kc-otp-login-form" action="${url.loginAction}" method="post">
      <#if otpLogin.userOtpCredentials?size gt 1>
        <fieldset>
          <legend>${msg("otpWhich")}</legend>
          <#list otpLogin.userOtpCredentials as otpCredential>
            <div class="checkbox">
              <input type="radio" id="kc-otp-credential-${otpCredential?index}" name="selectedCredentialId" value="${otpCredential.id}"<#if otpCredential.id == (otpLogin.selectedCredentialId!"")> checked</#if>>
              <label for="kc-otp-credential-${otpCredential?index}">${otpCredential.userLabel!msg("loginOtpOneTime")}</label>
            </div>
          </#list>
        </fieldset>
      <#else>
        <input type="hidden" name="selectedCredentialId" value="${otpLogin.selectedCredentialId!""}">
      </#if>
      <@field.input name="otp" label=msg("loginOtpOneTime") hint=msg("otpHint") autocomplete="one-time-code" fieldName="totp" autofocus=true/>
      <@buttons.loginButton/>
    </form>
  </#if>
</@layout.registrationLayout>
