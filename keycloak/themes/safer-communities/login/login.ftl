<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "password-form.ftl" as passwordForm>
<#import "social-providers.ftl" as identityProviders>
<#import "ask-for-access.ftl" as ask>
<#-- With the email known from the page before this is the password page; without (an agency's stand-in) it asks for both. -->
<#assign error = messagesPerField.getFirstError("username", "password")>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username", "password"); section>
  <#if section = "header">${msg((usernameHidden??)?then("passwordTitle", "loginAccountTitle"))}
  <#elseif section = "show-username"><@ask.unknownDomain (auth.attemptedUsername)!""/>
  <#elseif section = "form">
    <#if usernameHidden??>
      <@passwordForm.form error/>
    <#elseif realm.password>
      <form id="kc-form-login" action="${url.loginAction}" method="post">
        <@field.input name="username" label=msg("email") type="email" required=true value=login.username!"" error=error autofocus=!(login.username?has_content) autocomplete="username" missing=msg("missingEmailMessage")/>
        <@field.password name="password" label=msg("password") error="" forgotPassword=realm.resetPasswordAllowed autofocus=login.username?has_content autocomplete="current-password"/>
        <@buttons.loginButton/>
      </form>
      <@ask.invitation/>
    </#if>
  <#elseif section = "socialProviders">
    <#if realm.password && social.providers?? && social.providers?has_content><@identityProviders.show social=social/></#if>
  </#if>
</@layout.registrationLayout>
