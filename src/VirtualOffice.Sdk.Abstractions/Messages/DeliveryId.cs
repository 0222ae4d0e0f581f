using System.Globalization;

namespace VirtualOffice.Sdk.Messages;

/// <summary>The delivery of one message to one recipient; stable over all attempts.</summary>
/// <param name="Message">The message.</param>
/// <param name="Number">The recipient's number in the message, from 1; above 1000 for escalations.</param>
public readonly record struct DeliveryId(MessageId Message, int Number)
{
    private const int EscalationOffset = 1000;

    /// <summary>Whether it tells a person that another delivery has failed or is late.</summary>
    public bool IsEscalation => Number > EscalationOffset;

    /// <summary>The delivery that tells a person of this one; always the same, so that nobody is told twice.</summary>
    public DeliveryId Escalation() => this with { Number = Number + EscalationOffset };

    /// <summary>The delivery that this escalation tells of.</summary>
    /// <exception cref="InvalidOperationException">It is no escalation.</exception>
    public DeliveryId Escalated() => IsEscalation ? this with { Number = Number - EscalationOffset } : throw new InvalidOperationException($"Delivery {this} is no escalation.");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, out DeliveryId delivery)
    {
        delivery = default;
        if (text?.LastIndexOf('.') is not (> 0 and var dot)
            || !MessageId.TryParse(text[..dot], out var message)
            || !int.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        delivery = new DeliveryId(message, number);
        return number > 0;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Message}.{Number}";
}
