<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp", "userLabel"); section>
  <#if section = "header">${msg("loginTotpTitle")}
  <#elseif section = "form">
    <ol id="kc-totp-settings">
      <li>
        <p>${msg("loginTotpStep1")}</p>
        <ul class="list"><#list totp.supportedApplications as app><li>${msg(app)}</li></#list></ul>
      </li>
      <#if mode?? && mode = "manual">
        <li>
          <p>${msg("loginTotpManualStep2")}</p>
          <p><strong id="kc-totp-secret-key">${totp.totpSecretEncoded}</strong></p>
          <p><a href="${totp.qrUrl}" id="mode-barcode">${msg("loginTotpScanBarcode")}</a></p>
        </li>
        <li>
          <p>${msg("loginTotpManualStep3")}</p>
          <ul class="list">
            <li>${msg("loginTotpType")}: ${msg("loginTotp." + totp.policy.type)}</li>
            <li>${msg("loginTotpAlgorithm")}: ${totp.policy.getAlgorithmKey()}</li>
            <li>${msg("loginTotpDigits")}: ${totp.policy.digits}</li>
            <#if totp.policy.type = "totp"><li>${msg("loginTotpInterval")}: ${totp.policy.period}</li>
            <#else><li>${msg("loginTotpCounter")}: ${totp.policy.initialCounter}</li></#if>
          </ul>
        </li>
      <#else>
        <li>
          <p>${msg("loginTotpStep2")}</p>
          <img id="kc-totp-secret-qr-code" src="data:image/png;base64, ${totp.totpSecretQrCode}" alt="${msg("otpPicture")}">
          <p><a href="${totp.manualUrl}" id="mode-manual">${msg("loginTotpUnableToScan")}</a></p>
        </li>
      </#if>
      <li><p>${msg("loginTotpStep3")}</p><p>${msg("loginTotpStep3DeviceName")}</p></li>
    </ol>
    <form action="${url.loginAction}" id="kc-totp-settings-form" method="post" novalidate>
      <input type="hidden" id="totpSecret" name="totpSecret" value="${totp.totpSecret}">
      <#if mode??><input type="hidden" id="mode" name="mode" value="${mode}"></#if>
      <@field.input name="totp" label=msg("authenticatorCode") autocomplete="one-time-code"/>
      <@field.input name="userLabel" label=msg("loginTotpDeviceName")/>
      <@field.checkbox name="logout-sessions" label=msg("logoutOtherSessions") value=true/>
      <@buttons.actionGroup>
        <@buttons.button id="saveTOTPBtn" label="doContinue"/>
        <#if isAppInitiatedAction??><button class="button button-secondary" type="submit" id="cancelTOTPBtn" name="cancel-aia" value="true">${msg("doCancel")}</button></#if>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
