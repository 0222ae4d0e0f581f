using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Email.Tests;

public sealed class EmailBuilderExtensionsTests
{
    [Fact]
    public void AddEmail_Section_SetsEveryOption()
    {
        using var services = Build(b => b.AddEmail(Section(
            ("Host", "smtp.example"), ("Port", "465"), ("UseTls", "Implicit"), ("User", "u"), ("Password", "p"), ("From", "a@b.example"), ("Timeout", "00:00:10"), ("MaxAttachmentBytes", "7"))));

        var options = services.GetRequiredService<IOptions<EmailOptions>>().Value;

        Assert.Equal(
            ("smtp.example", 465, EmailTls.Implicit, "u", "p", "a@b.example", TimeSpan.FromSeconds(10), 7L),
            (options.Host, options.Port, options.UseTls, options.User, options.Password, options.From, options.Timeout, options.MaxAttachmentBytes));
        Assert.Equal("email", Assert.Single(services.GetServices<INotificationChannel>()).Name);
    }

    [Theory]
    [InlineData("Host", "")]
    [InlineData("Port", "0")]
    [InlineData("Port", "65536")]
    [InlineData("UseTls", "7")]
    [InlineData("From", "")]
    [InlineData("From", "office")]
    [InlineData("From", "office@example.com, boss@example.com")]
    [InlineData("From", "office@example.com\r\nBcc: evil@example.com")]
    [InlineData("Timeout", "00:00:00")]
    [InlineData("Timeout", "00:05:00")]
    [InlineData("MaxAttachmentBytes", "-1")]
    public void AddEmail_OptionThatIsNotValid_IsNamedAtStart(string name, string value)
    {
        using var services = Build(b => b.AddEmail(Section((name, value), ("Host", "smtp.example"))));

        var error = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddEmail_NameThatIsNotKnown_IsAnError()
    {
        using var services = Build(b => b.AddEmail(Section(("Host", "smtp.example"), ("Prot", "26"))));

        var error = Assert.ThrowsAny<Exception>(() => services.GetServices<INotificationChannel>().ToList());

        Assert.Contains("Prot", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AddEmail_WithoutAHost_FailsBeforeTheFirstMessage()
    {
        using var services = Build(b => b.AddEmail(_ => { }));

        Assert.Throws<OptionsValidationException>(() => services.GetServices<INotificationChannel>().ToList());
    }

    [Theory]
    [InlineData("", "office@example.com", "Folder")]
    [InlineData("pickup", "office", "From")]
    public void AddEmailPickupFolder_OptionThatIsNotValid_IsNamedAtStart(string folder, string from, string name)
    {
        using var services = Build(b => b.AddEmailPickupFolder(o => (o.Folder, o.From) = (folder, from)));

        var error = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddEmailPickupFolder_Folder_IsTheChannelForEmail()
    {
        using var services = Build(b => b.AddEmailPickupFolder("pickup"));

        Assert.Equal("email", Assert.Single(services.GetServices<INotificationChannel>()).Name);
        Assert.Equal("pickup", services.GetRequiredService<IOptions<EmailPickupOptions>>().Value.Folder);
    }

    private static IConfigurationSection Section(params (string Name, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.DistinctBy(v => v.Name, StringComparer.Ordinal).Select(v => KeyValuePair.Create($"Smtp:{v.Name}", (string?)v.Value)))
        .Build()
        .GetSection("Smtp");

    private static ServiceProvider Build(Action<IVirtualOfficeBuilder> configure)
    {
        var builder = new Builder();
        builder.Services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        builder.Services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        configure(builder);
        return builder.Services.BuildServiceProvider();
    }

    private sealed class Builder : IVirtualOfficeBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();
    }
}
