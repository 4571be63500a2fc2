const TITLE = /^(?:bu|ibu|pak|bapak|bpk|mbak|mba|mas|kak|kakak|bang|abang|teh|teteh|om|tante|mr|mrs|ms|sdri?)\b\.?\s+(?=\p{L}{2})/iu;

/** "Bu Sri Wahyuni" as "Sri Wahyuni", where the shop's own form of address stands before it: nobody is "Kak Bu Sri". */
export const withoutTitle = (name: string): string => name.replace(TITLE, '');
