using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Stores;

/// <summary>The id a sender gives a command, so that sending it again has no second effect.</summary>
/// <remarks>1 to 100 ASCII letters, digits, <c>-</c> or <c>_</c>; case matters. A UUID will do.</remarks>
[JsonConverter(typeof(CommandIdJsonConverter))]
public readonly record struct CommandId
{
    private CommandId(string value) => Value = value;

    /// <summary>The id's text.</summary>
    public string Value { get; }

    /// <summary>Checks and wraps an id.</summary>
    /// <exception cref="FormatException">It has a character that is not allowed, or is empty or longer than 100.</exception>
    public static CommandId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is not a command id; expected 1 to 100 ASCII letters, digits, '-' or '_'.");

    /// <summary>Checks and wraps an id.</summary>
    public static bool TryParse(string? text, out CommandId id)
    {
        var valid = Slug.IsValid(text, 100);
        id = valid ? new CommandId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
