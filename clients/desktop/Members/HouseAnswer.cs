namespace Klapphaus.Desktop.Members;

/// <summary>What the house answered to a request: what was asked for, or why not. Not a record, whose text would show what is in it.</summary>
/// <param name="value">Null with a refusal.</param>
/// <param name="error"><see cref="ErrorCode.None"/> when it was granted; <see cref="ErrorCode.Unavailable"/> also when nobody answered.</param>
/// <param name="detail">The house's own sentence, in the language that was asked for; may be empty.</param>
sealed class HouseAnswer<T>(T? value, ErrorCode error = ErrorCode.None, string detail = "")
    where T : class
{
    public T? Value => value;

    public ErrorCode Error => error;

    public string Detail => detail;

    public override string ToString() => error.ToString();
}
