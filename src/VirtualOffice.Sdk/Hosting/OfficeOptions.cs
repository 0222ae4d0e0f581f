using System.ComponentModel.DataAnnotations;

namespace VirtualOffice.Sdk;

/// <summary>How an office treats its calls. Every time is validated at start.</summary>
public sealed class OfficeOptions
{
    /// <summary>How long a caller hears ringing before the call is answered and music is played; operators are rung meanwhile. 0 to 60 s; 5 s by default. A recorded greeting is played at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan AnswerAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an operator's phone rings. 1 s to 5 min; 20 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan RingTime { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long an operator who has answered hears at most which company it is (<see cref="Companies.QueueRules.Whisper"/>), before being connected whatever has become of it. 1 to 30 s; 5 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:30")]
    public TimeSpan WhisperLimit { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a caller waits for an operator before being asked for a voice message. 1 s to 4 h; 2 min by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "04:00:00")]
    public TimeSpan WaitLimit { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Time for an operator's work after a call. 0 to 1 h; 10 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan WrapUp { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an operator who declined or missed a call is not offered that call again. 0 to 10 min; 15 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan DeclinePause { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>After how many calls missed in a row an operator is sent on a break, until the operator says to be back. 0, for never, to 100; 3 by default.</summary>
    [Range(0, 100)]
    public int MissesBeforeBreak { get; set; } = 3;

    /// <summary>Whether every offer is explained among the office's events (<see cref="OfferExplained"/>) and in the log; false by default. A single call is explained on request anyway.</summary>
    public bool ExplainOffers { get; set; }

    /// <summary>How long each of an employee's numbers rings. 1 s to 5 min; 20 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan TransferRingTime { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a caller's phone rings who is called back. 1 s to 5 min; 30 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan CallbackRingTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many numbers one transfer dials at most. 1 to 100; 20 by default.</summary>
    [Range(1, 100)]
    public int TransferNumbers { get; set; } = 20;

    /// <summary>After how long a transfer dials no further number. 10 s to 1 h; 10 min by default.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan TransferLimit { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an employee who must accept a call has for it, from the answer on. 5 s to 2 min; 30 s by default, which is enough to hear the prompts.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:02:00")]
    public TimeSpan AcceptTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest voice message. 1 s to 1 h; 2 min by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MessageLimit { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The silence that ends a voice message. 1 s to 1 min; 5 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan MessageSilence { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The least speech that makes a voice message. 0 to 1 min; 1 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan MessageMinimum { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often journal and PBX are compared although nothing was reported. 1 s to 10 min; 30 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ReconcileEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The recorded prompt that asks for a voice message; <c>vm-intro</c> by default.</summary>
    [Required]
    public string MessagePrompt { get; set; } = "vm-intro";

    /// <summary>The recorded prompt that thanks for a voice message; <c>auth-thankyou</c> by default.</summary>
    [Required]
    public string ThanksPrompt { get; set; } = "auth-thankyou";

    /// <summary>The recorded prompt that says that nobody can take the call now; <c>vm-nobodyavail</c> by default.</summary>
    [Required]
    public string AnnouncementPrompt { get; set; } = "vm-nobodyavail";

    /// <summary>The recorded prompt that says that somebody will call back; <c>vm-nobodyavail</c> by default.</summary>
    [Required]
    public string CallbackPrompt { get; set; } = "vm-nobodyavail";

    /// <summary>The recorded prompt that asks an employee to press 1 to accept a call; <c>screen-callee-options</c> by default.</summary>
    [Required]
    public string AcceptPrompt { get; set; } = "screen-callee-options";

    /// <summary>The name of the notification channel that delivers messages; <c>email</c> by default.</summary>
    [Required]
    public string MessageChannel { get; set; } = "email";

    /// <summary>
    /// The address, in the channel <see cref="MessageChannel"/>, of the person who is told of messages that could not be delivered: at once when they never can be, else within 15 minutes.
    /// Null, the default: they are only on the work list (<see cref="Messages.IMessages.ListAsync"/>) and in the log.
    /// </summary>
    public string? EscalateTo { get; set; }

    /// <summary>How often the work list is put before the operators again (<see cref="MessagesUndelivered"/>) while something stands on it. 1 min to 24 h; 15 min by default.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan RemindEvery { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The page where recipients acknowledge messages; deliveries then carry a link to it with a signed <c>token</c> in its query, to be given to
    /// <see cref="Messages.IMessages.AcknowledgeAsync(string, CancellationToken)"/>. Let the page ask before it does: mail filters follow links. Null, the default: no links.
    /// </summary>
    public Uri? AcknowledgeUrl { get; set; }

    /// <summary>The secret that the tokens are signed with, 32 characters or more, the same in every host; needed with <see cref="AcknowledgeUrl"/>. Never logged.</summary>
    [MinLength(32)]
    public string? AcknowledgeSecret { get; set; }

    /// <summary>How long the links work, from when their delivery was due. 1 h to 90 days; 14 days by default.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00")]
    public TimeSpan AcknowledgeWithin { get; set; } = TimeSpan.FromDays(14);

    /// <summary>
    /// Where voice messages are heard by a link, the address of <c>MapMessageRecordings()</c> from outside; messages of companies that want it then carry a link to it with a signed
    /// <c>token</c> in its query, signed with <see cref="AcknowledgeSecret"/>. Null, the default: voice messages are attached.
    /// </summary>
    public Uri? RecordingUrl { get; set; }

    /// <summary>How long these links work, from when their delivery was due. 1 h to 90 days; 7 days by default.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00")]
    public TimeSpan RecordingWithin { get; set; } = TimeSpan.FromDays(7);
}
