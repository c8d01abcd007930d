<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username"); section>
  <#if section = "header">${msg("emailForgotTitle")}
  <#elseif section = "lead"><p class="lead">${msg("emailInstruction")}</p>
  <#elseif section = "form">
    <form id="kc-reset-password-form" action="${url.loginAction}" method="post">
      <@field.input name="username" label=msg("email") type="email" required=true value=auth.attemptedUsername!"" autofocus=true autocomplete="username" missing=msg("missingEmailMessage")/>
      <@buttons.actionGroup><@buttons.button id="kc-form-buttons" label="doSendLink"/></@buttons.actionGroup>
    </form>
    <section class="after">
      <p>${msg("emailForgotAgency")}</p>
      <p><a href="${url.loginUrl}">${msg("backToLogin")}</a></p>
    </section>
  </#if>
</@layout.registrationLayout>
