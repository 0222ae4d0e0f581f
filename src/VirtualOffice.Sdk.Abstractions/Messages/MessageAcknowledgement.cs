namespace VirtualOffice.Sdk.Messages;

/// <summary>That somebody has seen to a message: nobody further is told of it.</summary>
/// <param name="Message">The message.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">Who: the address whose link was used or whose phone it was, who answered the e-mail, or whom an operator named; of a correction, its id.</param>
/// <param name="Method">How.</param>
public sealed record MessageAcknowledgement(MessageId Message, DateTimeOffset At, string Who, AcknowledgementMethod Method);
