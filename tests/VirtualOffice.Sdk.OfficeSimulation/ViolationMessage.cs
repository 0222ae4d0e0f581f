using System.Runtime.CompilerServices;
using System.Text;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>An interpolated string that is put together only when the condition does not hold.</summary>
[InterpolatedStringHandler]
internal readonly ref struct ViolationMessage
{
    private readonly StringBuilder? _text;

    public ViolationMessage(int literalLength, int formattedCount, bool condition, out bool isWanted)
    {
        isWanted = !condition;
        _text = condition ? null : new StringBuilder(literalLength + (8 * formattedCount));
    }

    public void AppendLiteral(string text) => _text!.Append(text);

    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    public void AppendFormatted<T>(T value, string? format) =>
        _text!.Append(value is IFormattable formattable ? formattable.ToString(format, System.Globalization.CultureInfo.InvariantCulture) : value?.ToString());

    public override string ToString() => _text?.ToString() ?? "";
}
