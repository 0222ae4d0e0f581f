using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.Email;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk;

/// <summary>Adds delivery of messages by e-mail to an office: the notification channel <c>email</c>.</summary>
public static class EmailBuilderExtensions
{
    /// <summary>Delivers messages to an SMTP server, set by a configuration section with the names of <see cref="EmailOptions"/>. A name that is not known is an error at start.</summary>
    public static IVirtualOfficeBuilder AddEmail(this IVirtualOfficeBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
        builder.Services.AddOptions<EmailOptions>().Bind(section, binder => binder.ErrorOnUnknownConfiguration = true);
        return builder.AddSmtp();
    }

    /// <summary>Delivers messages to an SMTP server.</summary>
    public static IVirtualOfficeBuilder AddEmail(this IVirtualOfficeBuilder builder, Action<EmailOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.Configure(configure);
        return builder.AddSmtp();
    }

    /// <summary>Writes every message as an <c>.eml</c> file into a folder, where another program picks it up or a person looks at it.</summary>
    public static IVirtualOfficeBuilder AddEmailPickupFolder(this IVirtualOfficeBuilder builder, string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return builder.AddEmailPickupFolder(options => options.Folder = folder);
    }

    /// <summary>Writes every message as an <c>.eml</c> file into a folder, where another program picks it up or a person looks at it.</summary>
    public static IVirtualOfficeBuilder AddEmailPickupFolder(this IVirtualOfficeBuilder builder, Action<EmailPickupOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptionsWithValidateOnStart<EmailPickupOptions, EmailPickupOptionsValidator>().Configure(configure);
        builder.Services.AddSingleton<INotificationChannel>(services =>
        {
            var options = services.GetRequiredService<IOptions<EmailPickupOptions>>().Value;
            return new PickupFolderChannel(
                options,
                new MessageComposer(options.From, options.MaxAttachmentBytes, services.GetRequiredService<ILogger<MessageComposer>>()),
                services.GetRequiredService<ILogger<PickupFolderChannel>>());
        });
        return builder;
    }

    private static IVirtualOfficeBuilder AddSmtp(this IVirtualOfficeBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<EmailOptions, EmailOptionsValidator>();
        builder.Services.AddSingleton<INotificationChannel>(services =>
        {
            var options = services.GetRequiredService<IOptions<EmailOptions>>().Value;
            return new SmtpChannel(
                options,
                new MessageComposer(
                    options.From, options.MaxAttachmentBytes, services.GetRequiredService<ILogger<MessageComposer>>(), options.Dkim is { } dkim ? new DkimSealer(dkim) : null),
                services.GetService<OfficeRuntime>()?.Clock ?? TimeProvider.System,
                services.GetRequiredService<ILogger<SmtpChannel>>());
        });
        return builder;
    }
}
