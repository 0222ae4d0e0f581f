using Microsoft.Extensions.Options;

namespace VirtualOffice.Sdk.Asterisk;

[OptionsValidator]
internal sealed partial class AsteriskOptionsValidator : IValidateOptions<AsteriskOptions>;
