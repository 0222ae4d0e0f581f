using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Cryptography;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Email.Tests;

public sealed class DkimTests : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private OneKeyLocator Dns => new("office.example", "mail1", $"v=DKIM1; k=rsa; p={Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo())}");

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task Compose_WithKey_IsSignedAndVerifiesAfterItsJourney()
    {
        using var sent = await ComposeAsync(Samples.Message(callerName: "Иван Петров"));
        using var received = await TravelAsync(sent);
        var signature = received.Headers[received.Headers.IndexOf(HeaderId.DkimSignature)];
        Assert.Contains("d=office.example", signature.Value, StringComparison.Ordinal);
        Assert.Contains("s=mail1", signature.Value, StringComparison.Ordinal);
        Assert.True(await new DkimVerifier(Dns).VerifyAsync(received, signature, Cancel));
    }

    [Fact]
    public async Task Compose_ChangedOnItsWay_DoesNotVerify()
    {
        using var sent = await ComposeAsync(Samples.Message());
        using var received = await TravelAsync(sent);
        received.Subject = "Something else";
        var signature = received.Headers[received.Headers.IndexOf(HeaderId.DkimSignature)];
        Assert.False(await new DkimVerifier(Dns).VerifyAsync(received, signature, Cancel));
    }

    [Theory]
    [InlineData("office.example", "mail1", "no key", "PrivateKey")]
    [InlineData("office", "mail1", null, "Domain")]
    [InlineData("office.example", "mail 1", null, "Selector")]
    public void Options_Wrong_AreRefusedAtStart(string domain, string selector, string? key, string field)
    {
        var services = new ServiceCollection();
        new Builder(services).AddEmail(o =>
        {
            o.Host = "127.0.0.1";
            o.Dkim = new DkimOptions { Domain = domain, Selector = selector, PrivateKey = key ?? _key.ExportPkcs8PrivateKeyPem() };
        });
        using var provider = services.BuildServiceProvider();
        var error = Assert.Throws<OptionsValidationException>(() => provider.GetServices<INotificationChannel>().ToList());
        Assert.Contains(field, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE KEY-----\n", error.Message, StringComparison.Ordinal);
    }

    private async Task<MimeMessage> ComposeAsync(Message message)
    {
        var sealer = new DkimSealer(new DkimOptions { Domain = "office.example", Selector = "mail1", PrivateKey = _key.ExportPkcs8PrivateKeyPem() });
        var composer = new MessageComposer("desk@office.example", 1000, NullLogger<MessageComposer>.Instance, sealer);
        return await composer.ComposeAsync(Samples.Notification(message), new MailboxAddress(null, "anna@fox.example"), Cancel);
    }

    private static async Task<MimeMessage> TravelAsync(MimeMessage sent)
    {
        using var wire = new MemoryStream();
        await sent.WriteToAsync(wire, Cancel);
        wire.Position = 0;
        return await MimeMessage.LoadAsync(wire, Cancel);
    }

    private sealed class Builder(IServiceCollection services) : IVirtualOfficeBuilder
    {
        public IServiceCollection Services => services;
    }
}
