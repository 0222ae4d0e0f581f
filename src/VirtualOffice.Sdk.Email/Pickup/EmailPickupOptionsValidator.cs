using Microsoft.Extensions.Options;

namespace VirtualOffice.Sdk.Email;

[OptionsValidator]
internal sealed partial class EmailPickupOptionsValidator : IValidateOptions<EmailPickupOptions>;
