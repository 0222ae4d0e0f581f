using System.ComponentModel.DataAnnotations;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk;

/// <summary>How people are rung up to be told a message. Validated at start.</summary>
public sealed class VoiceChannelOptions
{
    /// <summary>The PBX that dials; null, the default, for the office's first.</summary>
    public string? Pbx { get; set; }

    /// <summary>The number that is shown to who is rung up; null, the default, for the company's that the message came in on.</summary>
    public PhoneNumber? ShownNumber { get; set; }

    /// <summary>How long a phone rings. 5 to 60 s; 30 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:01:00")]
    public TimeSpan RingTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How much of a voice message is played. 5 s to 2 min; 90 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:02:00")]
    public TimeSpan LongestMessage { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>How long is waited for a key after everything was said. 2 to 30 s; 8 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:00:30")]
    public TimeSpan KeyTime { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How often it is said, as long as no key is pressed. 1 to 5; 2 by default.</summary>
    [Range(1, 5)]
    public int Repeats { get; set; } = 2;

    /// <summary>The recorded prompts that say that there is a message, when no synthesizer reads it; the caller's number follows. "You have one message from phone number" of Asterisk's by default.</summary>
    [Required]
    public IReadOnlyList<string> AnnouncementPrompts { get; set; } = ["vm-youhave", "digits/1", "vm-message", "vm-from-phonenumber"];

    /// <summary>The recorded prompt that asks to press 1 to accept; null, the default, for the office's <see cref="OfficeOptions.AcceptPrompt"/>.</summary>
    public string? AcceptPrompt { get; set; }

    /// <summary>The language that texts are read in, such as <c>en</c> or <c>ru</c>; null, the default, for the synthesizer's own.</summary>
    [RegularExpression("^[a-z]{2,3}(-[A-Za-z0-9]{1,8})?$", ErrorMessage = "{0} must be a language's tag, such as en or ru.")]
    public string? Language { get; set; }
}
