using System.ComponentModel.DataAnnotations;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>The trunk over which an office dials numbers of the public network.</summary>
public sealed class AsteriskTrunkOptions
{
    /// <summary>The trunk's PJSIP endpoint. <c>carrier</c> by default.</summary>
    [Required]
    [RegularExpression("^[A-Za-z0-9_.-]{1,64}$", ErrorMessage = "{0} must be 1 to 64 ASCII letters, digits, '-', '_' or '.'.")]
    public string Endpoint { get; set; } = "carrier";

    /// <summary>How the trunk wants numbers. <see cref="AsteriskNumberFormat.E164"/> by default.</summary>
    [EnumDataType(typeof(AsteriskNumberFormat))]
    public AsteriskNumberFormat NumberFormat { get; set; } = AsteriskNumberFormat.E164;

    /// <summary>Digits before every number, for example <c>9</c>. Empty by default.</summary>
    [RegularExpression("^[0-9*#]{0,16}$", ErrorMessage = "{0} must be at most 16 digits, '*' or '#'.")]
    public string Prefix { get; set; } = "";
}
