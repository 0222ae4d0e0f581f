using System.ComponentModel.DataAnnotations;

namespace VirtualOffice.Sdk;

/// <summary>How eSpeak NG reads texts aloud. Validated at start.</summary>
public sealed class EspeakOptions
{
    /// <summary>The program; <c>espeak-ng</c>, looked for as the machine does, by default.</summary>
    [Required]
    public string Program { get; set; } = "espeak-ng";

    /// <summary>The voice when a text comes without a language; <c>en</c> by default.</summary>
    [RegularExpression("^[a-z]{2,3}([-+][A-Za-z0-9]{1,16}){0,3}$", ErrorMessage = "{0} must be a voice's name, such as en, en-us or ru+f2.")]
    public string Voice { get; set; } = "en";

    /// <summary>How many words a minute. 80 to 450; 150 by default.</summary>
    [Range(80, 450)]
    public int WordsPerMinute { get; set; } = 150;

    /// <summary>How long reading one text may take. 1 to 60 s; 20 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);
}
